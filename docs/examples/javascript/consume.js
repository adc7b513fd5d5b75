// Read negotiation events with kafkajs: each event once, in its newest revision. npm install, then node consume.js
import { decompress } from 'fzstd'
import kafkajs from 'kafkajs'

const { CompressionCodecs, CompressionTypes, Kafka, logLevel } = kafkajs
// The services compress with zstd, which kafkajs does not know by itself; what only reads needs no way to compress.
CompressionCodecs[CompressionTypes.ZSTD] = () => ({
  compress: () => { throw new Error('this program only reads') },
  decompress: async (bytes) => Buffer.from(decompress(bytes)),
})

const setting = (name, otherwise) => process.env[name] ?? otherwise
const brokers = setting('KAFKA_BOOTSTRAP_SERVERS', '127.0.0.1:9094').split(',')
const kafka = new Kafka({ clientId: 'consume', brokers, logLevel: logLevel.ERROR })
const consumer = kafka.consumer({ groupId: setting('GROUP', 'our-newsroom') })
const revisions = new Map() // where events are kept, keep this with them

await consumer.connect()
await consumer.subscribe({ topic: setting('TOPIC', 'negotiation-events.v1'), fromBeginning: true })
await consumer.run({
  // kafkajs commits behind the work: after a crash the last events come again, none is missed.
  eachMessage: async ({ message }) => {
    const event = JSON.parse(message.value.toString())
    if (!event.schema.startsWith('negotiation-event/1.')) throw new Error(`${event.schema}: written for another major version`)
    if ((revisions.get(event.id) ?? 0) >= event.revision) return
    revisions.set(event.id, event.revision)
    const { id, revision, retracted, act, status } = event
    console.log(JSON.stringify({ id, revision, retracted, act, status }))
  },
})
