// TEST_DATABASE is `sqlite` (default), `pglite`, or the address of a PostgreSQL database whose server the
// tests may create databases on. The dialect is chosen when the first table is imported: this comes before.
const target = process.env.TEST_DATABASE || 'sqlite'
process.env.DATABASE_URL = target === 'sqlite' ? 'data/never-opened.db' : target
