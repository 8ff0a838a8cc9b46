// Converting, as an item of a menu.
import { Menu } from '@base-ui/react/menu'
import { ArrowRightLeft } from 'lucide-react'
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { convertLabel, isMadeOfLines } from '../../state/conversion/convertLabel.ts'
import { withConversion } from '../../state/conversion/withConversion.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import popup from '../controls/popup.module.css'

export function ConvertItem(): JSX.Element {
  const { t } = useTranslator()
  const key = useActive((tab) => tab.key)
  const isOfLines = useActive(isMadeOfLines)
  return (
    <Menu.Item
      className={popup['item']}
      disabled={key === ''}
      onClick={() => void withConversion(({ convertDocument }) => convertDocument(key))}
    >
      <ArrowRightLeft aria-hidden />
      <span className={popup['itemText']}>
        {t(convertLabel(isOfLines))}
        {isOfLines && <small>{t(msg('Into another shape, as a document of its own'))}</small>}
      </span>
    </Menu.Item>
  )
}
