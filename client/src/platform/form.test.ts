import { ActivityFacts } from '@tmt/shared/activities/detail-contract.ts'
import { expect, it } from 'vitest'
import { checkForm } from './form.ts'

const good = {
  title: '太极拳班',
  category: 'sports',
  body: '一起打太极',
  place: '活动室',
  startsAt: 1,
  endsAt: 2,
  signupClosesAt: 1,
  capacity: 20,
  residencyRequired: 'none',
  riskNotice: '',
}

it('says nothing of a form that is in order', () => {
  expect(checkForm(ActivityFacts, good)).toEqual({})
})

it('says one thing a field, in its own words where there are some', () => {
  const errors = checkForm(
    ActivityFacts,
    { ...good, title: '', category: null, startsAt: null, capacity: 0, place: 'x'.repeat(90) },
    { title: '请写标题' },
  )
  expect(errors).toEqual({
    title: '请写标题',
    category: '请从选项中选择',
    startsAt: '请填写',
    capacity: '不能小于 1',
    place: '最多 80 个字',
  })
})
