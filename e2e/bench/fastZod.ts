// zod as people use it, with the code that it generates for each schema. The app's own setting, without
// generated code, is for its security policy and would make the comparison too easy.
export { z } from 'zod'
