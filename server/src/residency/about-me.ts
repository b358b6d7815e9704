import { evidenceLabels, kindLabels, statusLabels } from '@tmt/shared/residency/labels.ts'
import { purposeLabels, representativeLabels } from '@tmt/shared/residency/seat-labels.ts'
import { purposeOf } from '@tmt/shared/residency/seat-rules.ts'
import { isoDay } from '@tmt/shared/time.ts'
import type { AboutMe } from '../people/about-me.ts'
import { forgetHomes } from './about-me-store.ts'
import { findSeatAt } from './seat-store.ts'
import { residenciesOf } from './store.ts'
import { placeNameOf } from './views.ts'

const homes: AboutMe = {
  id: 'homes',
  title: '住处',
  purpose: '确认您是哪里的居民，好办只对居民开放的事',
  basis: '提供您要的服务所必需（《个人信息保护法》第十三条第二项）',
  retention: '到您删去或注销，随即删除；门牌加密保存',
  async read(db, personId) {
    const rows = await residenciesOf(db, personId)
    return rows.map(({ communityName, kind, since, evidence, status, note, ...row }) => ({
      label: `${communityName} ${placeNameOf(row)}`,
      // The door is sealed here as everywhere; its owner reads it on the page of the home.
      value: [
        kindLabels[kind],
        `从 ${isoDay(since)} 起`,
        evidenceLabels[evidence],
        statusLabels[status],
        ...(note === '' ? [] : [`社区写的：${note}`]),
      ].join('，'),
    }))
  },
  erase: forgetHomes,
}
const seats: AboutMe = {
  id: 'seats',
  title: '户和房产里的身份',
  purpose: '一户、一处房产只算一票，知道由谁代表',
  basis: '提供您要的服务所必需（《个人信息保护法》第十三条第二项）',
  retention: '到您搬走或注销；以前是谁代表的记录留着，注销后不再对得上是谁',
  async read(db, personId) {
    const rows = []
    for (const one of await residenciesOf(db, personId)) {
      const purpose = purposeOf(one.kind)
      const seat =
        one.status === 'verified' && purpose ? await findSeatAt(db, one.doorIndex, purpose) : undefined
      if (!seat) continue
      const is = [
        ...(seat.headId === personId ? ['户主'] : []),
        ...(seat.representativeId === personId ? [representativeLabels[seat.purpose]] : []),
      ]
      rows.push({
        label: `${purposeLabels[seat.purpose]}：${placeNameOf(one)}`,
        value: is.length > 0 ? is.join('，') : '成员',
      })
    }
    return rows
  },
}
export const residencyAboutMe: readonly AboutMe[] = [homes, seats]
