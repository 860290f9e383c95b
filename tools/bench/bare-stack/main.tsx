/** Only the libraries of the first screen, none of our code: a fetched list, and a page for each item. */
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, Link, RouterProvider, useParams } from 'react-router'

import './style.css'

const queryClient = new QueryClient()

const items = {
  queryKey: ['items'],
  queryFn: async () => (await (await fetch('/v1/items')).json()) as { items: string[] },
}

const List = () => {
  const { data } = useQuery(items)
  return (
    <ul className="p-4">
      {data?.items.map((item) => (
        <li key={item}>
          <Link to={`/items/${item}`}>{item}</Link>
        </li>
      ))}
    </ul>
  )
}

const Item = () => <h1 className="text-xl font-semibold">{useParams()['item']}</h1>

const router = createBrowserRouter([
  { path: '/', loader: () => void queryClient.prefetchQuery(items), element: <List /> },
  { path: '/items/:item', element: <Item /> },
])

const root = document.querySelector('#root')
if (root) {
  createRoot(root).render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
}
