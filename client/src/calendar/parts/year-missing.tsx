import { Row } from '../../ui/Row'
import { useKnownYears } from '../requests.ts'

/** For the city's staff: the days off of a year have to be loaded, or else deadlines are only provisional. */
export function YearMissing() {
  const { data } = useKnownYears()
  if (!data || data.missing === null) return null
  return (
    <Row
      icon="warning"
      title={`${data.missing} 年的放假安排还没有载入`}
      note="跨到那一年的期限先按周一至周五算，标“暂定”。国务院办公厅公布后，请系统管理员载入（npm run calendar）。"
    />
  )
}
