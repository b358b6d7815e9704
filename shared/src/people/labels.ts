import type { Role } from './contract.ts'

export const roleLabels: Record<Role, string> = {
  resident: '居民',
  grid: '网格员',
  worker: '社区工作者',
  committee: '村（居）委会成员',
  town: '镇（街道）工作人员',
  district: '市（区）工作人员',
  city: '市级工作人员',
  dpo: '个人信息保护负责人',
  organization: '社会组织、驻区单位',
}
