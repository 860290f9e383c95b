import { Choice } from '../../../ui/choice.tsx'
import type { Question } from './endpoint-choice.ts'

interface EndpointQuestionsProps {
  questions: readonly Question[]
  choose: (name: string) => (value: string) => void
}

/** Choices between the endpoints of one component. */
export const EndpointQuestions = ({ questions, choose }: EndpointQuestionsProps) =>
  questions.map(({ name, legend, value, options }) => (
    <Choice key={name} legend={legend} value={value} options={options} onChange={choose(name)} />
  ))
