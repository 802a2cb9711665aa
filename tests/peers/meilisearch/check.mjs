// Meilisearch's own client against the double of Meilisearch: node check.mjs URL KEY INDEX, where INDEX was filled by our adapter.
import assert from 'node:assert/strict';
import { Meilisearch } from 'meilisearch';

const [url, key, filled] = process.argv.slice(2);
const client = new Meilisearch({ host: url, apiKey: key });
const codeOf = async (promise) => promise.then(() => 'none', (error) => error.cause?.code ?? error.message);
const done = async (enqueued) => {
  const task = await enqueued.waitTask({ interval: 5 });
  assert.equal(task.status, 'succeeded', JSON.stringify(task.error));
  return task;
};

assert.equal(await client.isHealthy(), true);
assert.match((await client.getVersion()).pkgVersion, /^1\./);

// An index of the client's own, from its making to its end
assert.equal((await done(client.createIndex('peer', { primaryKey: 'id' }))).type, 'indexCreation');
const index = client.index('peer');
await done(index.updateSettings({
  searchableAttributes: ['name', 'text'],
  filterableAttributes: ['brand', { attributePatterns: ['price'], features: { facetSearch: false, filter: { equality: true, comparison: true } } }],
  sortableAttributes: ['price'],
  synonyms: { suv: ['jeep'] },
  pagination: { maxTotalHits: 5000 },
}));
const settings = await index.getSettings();
assert.deepEqual(settings.sortableAttributes, ['price']);
assert.deepEqual(settings.synonyms, { suv: ['jeep'] });
await done(index.addDocuments([
  { id: 'a-1', name: 'Camry', text: 'quiet sedan', brand: 'Toyota', price: 300 },
  { id: 'a-2', name: 'Land Cruiser', text: 'a real jeep', brand: 'Toyota', price: 900 },
  { id: 'a-3', name: 'X5', text: 'a fast jeep', brand: 'BMW', price: 700 },
]));
assert.equal((await index.getStats()).numberOfDocuments, 3);
const found = await index.search('suv', { filter: ['price >= 100', ['brand = "bmw"', 'brand = Toyota']], facets: ['brand', 'price'], sort: ['price:asc'] });
assert.deepEqual(found.hits.map((hit) => hit.id), ['a-3', 'a-2']);
assert.deepEqual(found.facetDistribution.brand, { BMW: 1, Toyota: 1 });
assert.deepEqual(found.facetStats.price, { min: 700, max: 900 });
const paged = await index.search('', { page: 1, hitsPerPage: 2 });
assert.equal(paged.totalHits, 3);
assert.equal(paged.totalPages, 2);
const { results } = await client.multiSearch({ queries: [
  { indexUid: 'peer', q: 'jeep', limit: 0, facets: ['brand'] },
  { indexUid: 'peer', filter: 'brand IN ["Toyota"] AND price < 500' },
] });
assert.deepEqual(results.map((one) => one.indexUid), ['peer', 'peer']);
assert.equal(results[0].hits.length, 0);
assert.deepEqual(results[0].facetDistribution.brand, { BMW: 1, Toyota: 1 });
assert.deepEqual(results[1].hits.map((hit) => hit.id), ['a-1']);
await done(index.deleteDocuments(['a-1', 'a-9']));
assert.equal((await index.getStats()).numberOfDocuments, 2);

// What is refused, in the words of the engine
assert.equal(await codeOf(index.search('', { filter: 'name = Camry' })), 'invalid_search_filter');
assert.equal(await codeOf(index.search('', { sort: ['name:asc'] })), 'invalid_search_sort');
assert.equal(await codeOf(index.search('', { facets: ['text'] })), 'invalid_search_facets');
assert.equal(await codeOf(client.index('nowhere').search('')), 'index_not_found');
assert.equal(await codeOf(new Meilisearch({ host: url, apiKey: 'wrong' }).getVersion()), 'invalid_api_key');

// What our adapter wrote, as the client reads it
const ours = client.index(filled);
const counted = await ours.search('', { facets: ['brand', 'price'], limit: 0 });
const brands = Object.values(counted.facetDistribution.brand).reduce((sum, count) => sum + count, 0);
assert.equal(brands, (await ours.getStats()).numberOfDocuments);
assert.ok(counted.facetStats.price.min < counted.facetStats.price.max);
const cheap = await ours.search('', { filter: 'brand_key = toyota', sort: ['price:asc', 'id:asc'], limit: 5 });
const prices = cheap.hits.map((hit) => hit.price);
assert.deepEqual(prices, [...prices].sort((a, b) => a - b));
assert.ok((await ours.getSettings()).rankingRules.includes('prior:desc'));

// A new content beside the one that answers
await done(client.createIndex('next', { primaryKey: 'id' }));
await done(client.swapIndexes([{ indexes: ['peer', 'next'] }]));
assert.equal((await client.index('peer').getStats()).numberOfDocuments, 0);
await done(client.deleteIndex('next'));
await done(client.deleteIndex('peer'));
console.log('ok');
