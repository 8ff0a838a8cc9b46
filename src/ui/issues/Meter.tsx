// How much of a limit is used, as a bar.
import { TriangleAlert, X } from 'lucide-react'
import { type JSX, memo } from 'react'
import type { LimitMeter } from '../../contracts/documentApi.ts'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import styles from './Meter.module.css'

export interface MeterProps {
  readonly meter: Pick<LimitMeter, 'title' | 'of' | 'used' | 'limit'>
  /** Where what is used is not known for certain; otherwise by the numbers. */
  readonly level?: 'fine' | 'near' | 'over'
}

export const Meter = memo(function Meter({ meter, level: known }: MeterProps): JSX.Element {
  const { t, number, bytes } = useTranslator()
  const { limit, of, used } = meter
  const title = t(meter.title)
  const show = of === 'bytes' ? bytes : number
  const share = limit > 0 ? used / limit : 0
  const level = known ?? (share > 1 ? 'over' : 'fine')
  return (
    <div className={styles['meter']} data-level={level}>
      <div className={styles['meterText']}>
        <span>{title}</span>
        <span>
          {level === 'over' && (
            <span className={styles['over']} title={t(msg('Over the limit'))}>
              <X aria-hidden />
              <span className="visuallyHidden">{t(msg('Over the limit:'))} </span>
            </span>
          )}
          {level === 'near' && (
            <span className={styles['near']} title={t(msg('Perhaps over the limit'))}>
              <TriangleAlert aria-hidden />
              <span className="visuallyHidden">{t(msg('Perhaps over the limit:'))} </span>
            </span>
          )}
          <b className="growing">{show(used)}</b> / {show(limit)}
        </span>
      </div>
      <div
        className={styles['track']}
        role="meter"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuenow={Math.min(used, limit)}
        aria-valuetext={t(msg('{used} of {limit}', { used: show(used), limit: show(limit) }))}
      >
        <div className={styles['fill']} style={{ width: `${Math.min(share, 1) * 100}%` }} />
      </div>
    </div>
  )
})
