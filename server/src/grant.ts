import { parseArgs } from 'node:util'
import { Phone } from '@tmt/shared/codes.ts'
import { levelOf } from '@tmt/shared/divisions/rules.ts'
import { type Role, Role as Roles } from '@tmt/shared/people/contract.ts'
import { Organization } from '@tmt/shared/people/organization.ts'
import { isKnownKind, isUscc } from '@tmt/shared/people/uscc.ts'
import { DAY } from '@tmt/shared/time.ts'
import { runCommand } from './command.ts'
import { findPlace } from './divisions/place-store.ts'
import { findDivision } from './divisions/store.ts'
import { grantRole, personOfPhone, revokeRole } from './people/store.ts'
import { record } from './platform/audit.ts'
import { type Config, ConfigError } from './platform/config.ts'
import { Secrets } from './platform/secrets.ts'
import type { Write } from './platform/store.ts'

const usage = `用法：npm run grant -- --phone 手机号 --role worker --division 321202001002 [--days 365] [--grid 网格代码] [--revoke]
      社会组织、驻区单位：--role organization --division 村或社区 --name 单位名称 --uscc 统一社会信用代码
角色：resident、grid、worker、committee（村、社区）、town（镇、街道）、district（市、区）、city（泰州市）、dpo（个人信息保护负责人，泰州市）、organization（社会组织、驻区单位，村、社区）`

const levels: Record<Role, string> = {
  resident: 'community',
  grid: 'community',
  worker: 'community',
  committee: 'community',
  town: 'town',
  district: 'district',
  city: 'city',
  dpo: 'city',
  organization: 'community',
}
type Order = {
  phone: string
  role: Role
  division: string
  days: number
  /** The one grid or micro-grid of a grid worker; null for all of the community. */
  grid: string | null
  /** Whom somebody from outside speaks for; null for every other role. */
  organization: Organization | null
  revoke: boolean
}

const options = {
  phone: { type: 'string' },
  role: { type: 'string' },
  division: { type: 'string' },
  days: { type: 'string', default: '365' },
  grid: { type: 'string' },
  name: { type: 'string' },
  uscc: { type: 'string' },
  revoke: { type: 'boolean', default: false },
} as const

function readOrder(): Order {
  let values
  try {
    values = parseArgs({ options }).values
  } catch {
    throw new ConfigError(usage)
  }
  const { division = '', days, grid = null, revoke } = values
  const phone = Phone.safeParse(values.phone)
  const role = Roles.safeParse(values.role)
  if (!phone.success || !role.success || !/^[1-9]\d{0,3}$/.test(days)) throw new ConfigError(usage)
  if (!/^3212\d{8}$/.test(division) || levelOf(division) !== levels[role.data])
    throw new ConfigError(`这个角色要配上对应级别的区划代码。\n${usage}`)
  if (grid !== null && role.data !== 'grid') throw new ConfigError(`只有网格员要写网格。\n${usage}`)
  const organization = readOrganization(role.data, values, revoke)
  return { phone: phone.data, role: role.data, division, days: Number(days), grid, organization, revoke }
}
/** Taking the role back names nobody. */
function readOrganization(role: Role, { name, uscc }: { name?: string; uscc?: string }, revoke: boolean) {
  if (role !== 'organization' || revoke) {
    if (name !== undefined || uscc !== undefined)
      throw new ConfigError(`只有授予 organization 时要写单位名称和代码。\n${usage}`)
    return null
  }
  const read = Organization.safeParse({ name: name?.trim(), uscc })
  if (!read.success || !isUscc(read.data.uscc))
    throw new ConfigError(`单位名称（2 到 40 个字）或统一社会信用代码不对，请照登记证书填。\n${usage}`)
  return read.data
}

async function checkGrid(tx: Write, code: string, division: string) {
  const grid = await findPlace(tx, code)
  const isGrid = grid?.kind === 'grid' || grid?.kind === 'microGrid'
  if (!isGrid || grid.communityId !== division || grid.closedAt !== null)
    throw new ConfigError(`这个村（社区）没有这个在用的网格：${code}`)
}

/** Returns what was done, to be said once it is durable. */
async function carryOut(tx: Write, config: Config, order: Order, now: number) {
  const secrets = new Secrets(config.dataKey, config.oldDataKeys)
  const division = await findDivision(tx, order.division)
  if (!division) throw new ConfigError(`没有这个区划代码：${order.division}`)
  if (order.grid !== null) await checkGrid(tx, order.grid, division.code)
  const person = await personOfPhone(tx, secrets, order.phone, now)
  const grant = { personId: person.id, role: order.role, division: division.code }
  const until = order.revoke ? null : now + order.days * DAY
  if (!order.revoke)
    await grantRole(tx, { ...grant, place: order.grid, organization: order.organization, until }, now)
  else if (!(await revokeRole(tx, grant, now))) throw new ConfigError('这个人没有这个角色')
  await record(tx, {
    action: order.revoke ? 'people.revokeRole' : 'people.grantRole',
    outcome: 'done',
    actor: { personId: null },
    subject: person.id,
    details: {
      role: order.role,
      division: division.code,
      grid: order.grid,
      uscc: order.organization?.uscc ?? null,
      until,
    },
    requestId: 'command',
    at: now,
  })
  const unknown = order.organization && !isKnownKind(order.organization.uscc)
  const warning = unknown ? '\n注意：代码的前两位不是已知的机构类别，请再核对证书。' : ''
  return `${order.revoke ? '已收回' : '已授予'}：${person.phoneMask} ${order.role} ${division.name}${warning}`
}

// Gives or takes back a role on the machine that holds the database: how the first role comes into the world.
runCommand(() => {
  const order = readOrder()
  return (tx, config) => carryOut(tx, config, order, Date.now())
})
