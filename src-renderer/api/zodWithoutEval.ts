// The page's policy forbids eval; zod would try it once and be reported. Imported before any schema is made.
import { z } from 'zod'

z.config({ jitless: true })
