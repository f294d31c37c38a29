-- The platform's own clients. The faces are public and sign people in with PKCE; an address that begins with a slash is
-- one of the platform itself. Each context has a machine identity; it has no secret until an administrator makes one.
insert into api_client (client_id, name, secret_hash, roles, redirect_uris, first_party, subject, created_by, created_at)
select face.id, face.name, null, '', face.redirect, true, md5('souk client ' || face.id)::uuid, 'souk', now()
from (values ('souk-storefront', 'Souk storefront', '/auth/callback'),
             ('souk-backoffice', 'Souk back office', '/backoffice/auth/callback'),
             ('souk-console', 'Souk operations console', '/console/auth/callback')) as face (id, name, redirect);

insert into api_client (client_id, name, secret_hash, roles, redirect_uris, first_party, subject, created_by, created_at)
select 'souk-' || context, 'Souk ' || context, '', 'SERVICE', '', true, md5('souk client souk-' || context)::uuid, 'souk', now()
from unnest(array['product', 'search', 'seller', 'pricing', 'promotion', 'cart', 'checkout', 'order', 'payment', 'inventory',
                  'warehouse', 'shipping', 'delivery', 'customer', 'identity', 'review', 'notification']) as context;
