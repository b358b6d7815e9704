import { parseArgs } from 'node:util'
import { runCommand } from './command.ts'
import { findDivision, saveCounter } from './divisions/store.ts'
import { record } from './platform/audit.ts'
import { ConfigError } from './platform/config.ts'

const usage =
  '用法：npm run counter -- --division 321202001002 --phone 0523-12345678 --address "地址，开放时间"（村、社区、镇街都可以；下级没有电话时显示上级的）'

const options = {
  division: { type: 'string' },
  phone: { type: 'string' },
  address: { type: 'string' },
} as const

function readOrder() {
  let values
  try {
    values = parseArgs({ options }).values
  } catch {
    throw new ConfigError(usage)
  }
  const { division = '', phone = '', address = '' } = values
  const good =
    /^3212\d{8}$/.test(division) &&
    /^[\d-]{3,20}$/.test(phone) &&
    address.length >= 2 &&
    address.length <= 100
  if (!good) throw new ConfigError(usage)
  return { division, phone, address }
}

// Enters the telephone and the address of a counter, which stand on every page.
runCommand(() => {
  const { division, phone, address } = readOrder()
  return async (tx, _config, store) => {
    const unit = await findDivision(tx, division)
    if (!unit) throw new ConfigError(`没有这个区划代码：${division}`)
    await saveCounter(tx, division, { phone, counter: address, demo: false })
    await store.announce(tx, ['divisions'])
    await record(tx, {
      action: 'divisions.saveCounter',
      outcome: 'done',
      actor: { personId: null },
      subject: division,
      details: { phone, address },
      requestId: 'command',
      at: Date.now(),
    })
    return `已登记：${unit.name} ${phone} ${address}`
  }
})
