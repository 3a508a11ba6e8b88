import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';

/** Prisma connects anew when a client is used after its disconnection: once this is closed, that is refused. */
export class ClosableAdapter implements SqlDriverAdapterFactory {
  readonly provider: SqlDriverAdapterFactory['provider'];
  readonly adapterName: string;
  readonly #inner: SqlDriverAdapterFactory;
  #isClosed = false;

  constructor(inner: SqlDriverAdapterFactory) {
    this.provider = inner.provider;
    this.adapterName = inner.adapterName;
    this.#inner = inner;
  }

  connect(): Promise<SqlDriverAdapter> {
    return this.#isClosed ? Promise.reject(new Error('the database is closed')) : this.#inner.connect();
  }

  close(): void {
    this.#isClosed = true;
  }
}
