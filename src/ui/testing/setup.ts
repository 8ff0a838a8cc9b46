// Component tests run in a real browser, with the page's own styles.
import '../app/tokens.css'
import '../app/base.css'
