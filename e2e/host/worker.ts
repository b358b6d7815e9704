import { parentPort, workerData } from 'node:worker_threads'
import { Network } from './network.ts'
import { Realm, type RealmOptions } from './realm.ts'
import type { FromService, ToService } from './wire.ts'

export type WorkerData = Pick<RealmOptions, 'project' | 'templates' | 'service'> & {
  hosts: string[]
  verbose: boolean
}
const port = parentPort
if (!port) throw new Error('the service runs in a worker')
const { project, templates, service, hosts, verbose } = workerData as WorkerData

const network = new Network(hosts)
const toRealm = (message: ToService) => realm.receive(JSON.stringify(message))

/** The network is answered here; all else goes on to the host. */
function post(text: string) {
  const message = JSON.parse(text) as FromService
  if (message.to === 'network') {
    const { id, request } = message
    void network.send(id, request).then((response) => toRealm({ from: 'network', id, response }))
  } else if (message.to === 'abort') network.abort(message.id)
  else port?.postMessage(text)
}
const print = (level: string, text: string) => {
  if (verbose) process.stderr.write(`[${level}] ${text}\n`)
}

const realm = new Realm({ project, templates, service, post, print })
process.on('unhandledRejection', (reason) => realm.rejected(reason))
port.on('message', (text: string) => realm.receive(text))
