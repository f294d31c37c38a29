-- Where a client may go on to after signing somebody out.
alter table api_client add column logout_uris text not null default '';
update api_client set logout_uris = '/' where client_id = 'souk-storefront';
update api_client set logout_uris = '/backoffice/' where client_id = 'souk-backoffice';
update api_client set logout_uris = '/console/' where client_id = 'souk-console';

-- The secret before the last one, which is taken for a while longer, so that a machine can change over.
alter table api_client add column former_hash text;
alter table api_client add column former_until timestamptz;
alter table api_client add column secret_at timestamptz;
alter table api_client add constraint api_client_former check ((former_hash is null) = (former_until is null));
