// The user's limit of enqueued tokens: set, met by the file, kept for the next time.
import { expect, test } from '@playwright/test'
import { openApp } from './support/openApp.ts'
