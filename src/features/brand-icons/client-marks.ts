/** Brand icons of clients and their languages, from simple-icons (NOTICE.md names their owners). */
import apachekafka from 'simple-icons/icons/apachekafka.svg?raw'
import curl from 'simple-icons/icons/curl.svg?raw'
import dbeaver from 'simple-icons/icons/dbeaver.svg?raw'
import django from 'simple-icons/icons/django.svg?raw'
import drizzle from 'simple-icons/icons/drizzle.svg?raw'
import go from 'simple-icons/icons/go.svg?raw'
import mariadb from 'simple-icons/icons/mariadb.svg?raw'
import nodedotjs from 'simple-icons/icons/nodedotjs.svg?raw'
import openjdk from 'simple-icons/icons/openjdk.svg?raw'
import postgresql from 'simple-icons/icons/postgresql.svg?raw'
import python from 'simple-icons/icons/python.svg?raw'
import redis from 'simple-icons/icons/redis.svg?raw'
import sequelize from 'simple-icons/icons/sequelize.svg?raw'
import spring from 'simple-icons/icons/spring.svg?raw'
import sqlalchemy from 'simple-icons/icons/sqlalchemy.svg?raw'

import { toMark, type Mark } from './mark.ts'

export const CLIENT_MARKS = {
  apachekafka: toMark(apachekafka, '#231F20'),
  curl: toMark(curl, '#073551'),
  dbeaver: toMark(dbeaver, '#382923'),
  django: toMark(django, '#092E20'),
  drizzle: toMark(drizzle),
  go: toMark(go, '#00ADD8'),
  mariadb: toMark(mariadb, '#003545'),
  nodedotjs: toMark(nodedotjs, '#5FA04E'),
  openjdk: toMark(openjdk, '#000000'),
  postgresql: toMark(postgresql, '#4169E1'),
  python: toMark(python, '#3776AB'),
  redis: toMark(redis, '#FF4438'),
  sequelize: toMark(sequelize, '#52B0E7'),
  spring: toMark(spring, '#6DB33F'),
  sqlalchemy: toMark(sqlalchemy, '#D71F00'),
} satisfies Readonly<Record<string, Mark>>

export type ClientMark = keyof typeof CLIENT_MARKS
