/** Brand icons of clients and their languages, from simple-icons (NOTICE.md names their owners). */
import apachekafka from 'simple-icons/icons/apachekafka.svg'
import curl from 'simple-icons/icons/curl.svg'
import dbeaver from 'simple-icons/icons/dbeaver.svg'
import django from 'simple-icons/icons/django.svg'
import drizzle from 'simple-icons/icons/drizzle.svg'
import go from 'simple-icons/icons/go.svg'
import mariadb from 'simple-icons/icons/mariadb.svg'
import nodedotjs from 'simple-icons/icons/nodedotjs.svg'
import openjdk from 'simple-icons/icons/openjdk.svg'
import postgresql from 'simple-icons/icons/postgresql.svg'
import python from 'simple-icons/icons/python.svg'
import redis from 'simple-icons/icons/redis.svg'
import sequelize from 'simple-icons/icons/sequelize.svg'
import spring from 'simple-icons/icons/spring.svg'
import sqlalchemy from 'simple-icons/icons/sqlalchemy.svg'

import type { Mark } from './mark.ts'

export const CLIENT_MARKS = {
  apachekafka: { file: apachekafka, colour: '#231F20' },
  curl: { file: curl, colour: '#073551' },
  dbeaver: { file: dbeaver, colour: '#382923' },
  django: { file: django, colour: '#092E20' },
  drizzle: { file: drizzle },
  go: { file: go, colour: '#00ADD8' },
  mariadb: { file: mariadb, colour: '#003545' },
  nodedotjs: { file: nodedotjs, colour: '#5FA04E' },
  openjdk: { file: openjdk, colour: '#000000' },
  postgresql: { file: postgresql, colour: '#4169E1' },
  python: { file: python, colour: '#3776AB' },
  redis: { file: redis, colour: '#FF4438' },
  sequelize: { file: sequelize, colour: '#52B0E7' },
  spring: { file: spring, colour: '#6DB33F' },
  sqlalchemy: { file: sqlalchemy, colour: '#D71F00' },
} satisfies Readonly<Record<string, Mark>>

export type ClientMark = keyof typeof CLIENT_MARKS
