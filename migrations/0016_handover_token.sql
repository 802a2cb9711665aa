-- What the buyer's QR code says besides the deal: unguessable, so that it needs no lock. Fresh with every handover code.
alter table deals add column handover_token text;
