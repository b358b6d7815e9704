import { parseArgs } from 'node:util'
import { Phone } from '@tmt/shared/codes.ts'
import { levelOf } from '@tmt/shared/divisions/rules.ts'
import { type Role, Role as Roles } from '@tmt/shared/people/contract.ts'
import { findDivision, saveRegister } from './divisions/store.ts'
import { register } from './divisions/register.ts'
import { grantRole, personOfPhone, revokeRole } from './people/store.ts'
import { record } from './platform/audit.ts'
import { ConfigError, readConfig } from './platform/config.ts'
import { migrateDatabase } from './platform/migrate.ts'
import { openStore } from './platform/open-store.ts'
import { Secrets } from './platform/secrets.ts'

const usage = `用法:npm run grant -- --phone 手机号 --role worker --division 321202001002 [--days 365] [--revoke]
角色:resident、worker、committee(村、社区)、town(镇、街道)、city(市)`

const levels: Record<Role, string> = {
  resident: 'community',
  worker: 'community',
  committee: 'community',
  town: 'town',
  city: 'city',
}

/** Gives or takes back a role on the machine that holds the database: how the first role comes into the world. */
async function main() {
  const { values } = parseArgs({
    options: {
      phone: { type: 'string' },
      role: { type: 'string' },
      division: { type: 'string' },
      days: { type: 'string', default: '365' },
      revoke: { type: 'boolean', default: false },
    },
  })
  const phone = Phone.safeParse(values.phone)
  const role = Roles.safeParse(values.role)
  const days = Number(values.days)
  if (!phone.success || !role.success || !values.division || !(days > 0)) throw new ConfigError(usage)
  if (!/^3212\d{8}$/.test(values.division) || levelOf(values.division) !== levels[role.data])
    throw new ConfigError(`这个角色要配上对应级别的区划代码。\n${usage}`)

  const config = readConfig(process.env)
  await migrateDatabase(config.databaseUrl)
  const store = await openStore(config.databaseUrl)
  const now = Date.now()
  try {
    await store.write(async (tx) => {
      await saveRegister(tx, register())
      const division = await findDivision(tx, values.division!)
      if (!division) throw new ConfigError(`没有这个区划代码:${values.division}`)
      const person = await personOfPhone(tx, new Secrets(config.dataKey), phone.data, now)
      const grant = { personId: person.id, role: role.data, division: division.code }
      const until = now + days * 86_400_000
      if (values.revoke) {
        if (!(await revokeRole(tx, grant, now))) throw new ConfigError('这个人没有这个角色')
      } else await grantRole(tx, { ...grant, until }, now)
      const action = values.revoke ? 'people.revokeRole' : 'people.grantRole'
      const details = { role: grant.role, division: grant.division, until: values.revoke ? null : until }
      await record(tx, {
        action,
        outcome: 'done',
        actor: { personId: null },
        requestId: 'command',
        at: now,
        subject: person.id,
        details,
      })
      console.log(`${values.revoke ? '已收回' : '已授予'}:${person.phoneMask} ${role.data} ${division.name}`)
    })
  } finally {
    await store.close()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error)
  process.exit(1)
})
