import type { Division } from '@tmt/shared/divisions/contract.ts'
import type { Role, RoleGrant } from '@tmt/shared/people/contract.ts'
import { go } from '../platform/pages.ts'
import { workAt } from '../platform/session.ts'
import type { IconName } from '../ui/Icon/types.ts'

type Desk = {
  icon: IconName
  title: string
  note?: string
  roles: readonly Role[]
  /** One for each unit that the person works for, or one for the person. */
  once?: boolean
  /** Of 我的 alone: 首页 has what is done daily. */
  seldom?: boolean
  open: (division: Division) => void
}

const writing: readonly Role[] = ['worker']
const speaking: readonly Role[] = ['worker', 'committee']
const verifying: readonly Role[] = ['worker', 'grid', 'committee']
const managing: readonly Role[] = ['worker', 'committee', 'town', 'district', 'city']

/** What the staff do, by role; a new desk is one entry. */
const desks: readonly Desk[] = [
  {
    icon: 'home',
    title: '核验住处',
    roles: verifying,
    open: ({ code }) => go('homeQueue', { community: code }),
  },
  {
    icon: 'bell',
    title: '管理通知',
    roles: managing,
    open: ({ code }) => go('manageNotices', { division: code }),
  },
  {
    icon: 'list',
    title: '管理活动',
    roles: managing,
    open: ({ code, level }) =>
      level === 'community'
        ? go('manageActivities', { community: code })
        : go('pickCommunity', { within: code, to: 'manageActivities' }),
  },
  {
    icon: 'document',
    title: '等人看的内容',
    note: '看过再决定显示或隐藏',
    roles: speaking,
    open: ({ code }) => go('moderation', { community: code }),
  },
  {
    icon: 'person',
    title: '窗口实名登记',
    roles: speaking,
    open: ({ code }) => go('counterDesk', { community: code }),
  },
  {
    icon: 'users',
    title: '窗口查帮办',
    note: '谁能替他办；应本人要求结束、撤销',
    roles: writing,
    seldom: true,
    open: ({ code }) => go('helpedPerson', { community: code }),
  },
  {
    icon: 'phone',
    title: '管理电话名片',
    roles: managing,
    open: ({ code, level }) =>
      level === 'community'
        ? go('manageOrganizations', { community: code })
        : go('pickCommunity', { within: code, to: 'manageOrganizations' }),
  },
  {
    icon: 'list',
    title: '答复意见',
    note: '居民对泰民通本身的意见',
    roles: ['city'],
    once: true,
    open: () => go('manageOpinions'),
  },
  {
    icon: 'clock',
    title: '核验逾期',
    note: '哪些村（社区）该答复没答复',
    roles: ['town', 'district', 'city'],
    open: ({ code }) => go('overdueHomes', { within: code }),
  },
  {
    icon: 'building',
    title: '地址管理',
    note: '小区、网格、楼栋、村民小组',
    roles: writing,
    seldom: true,
    open: ({ code }) => go('places', { community: code }),
  },
  {
    icon: 'users',
    title: '近亲属申报',
    note: '办事回避用，别人看不到',
    roles: verifying,
    once: true,
    seldom: true,
    open: () => go('relatives'),
  },
  { icon: 'lock', title: '查看记录复核', roles: ['dpo'], once: true, open: () => go('reveals') },
]

/** The doors of these grants, each unit once however many roles are held in it. */
export function desksOf(grants: readonly RoleGrant[], daily: boolean) {
  return desks
    .filter(({ seldom = false }) => !(daily && seldom))
    .flatMap(({ once = false, roles, title, open, ...drawn }) => {
      const held = grants.filter(({ role }) => roles.includes(role))
      const units = [...new Map(held.map(({ division }) => [division.code, division])).values()]
      return (once ? units.slice(0, 1) : units).map((division) => ({
        ...drawn,
        title: once ? title : `${title} · ${division.name}`,
        open: () => {
          if (!once) workAt(division.code)
          open(division)
        },
      }))
    })
}
