-- Lists of what is for sale by price and by name, of everything and of one category.
create index product_by_price on product (price, id) where status = 'ACTIVE' and deleted_at is null;
create index product_by_category_and_price on product (category_id, price, id)
    where status = 'ACTIVE' and deleted_at is null;
create index product_by_name on product (lower(name) collate "C", id) where status = 'ACTIVE' and deleted_at is null;
create index product_by_category_and_name on product (category_id, lower(name) collate "C", id)
    where status = 'ACTIVE' and deleted_at is null;

-- Words of name and sku, until the search context answers such questions.
create index product_by_words on product using gin (to_tsvector('english', name || ' ' || sku))
    where status = 'ACTIVE' and deleted_at is null;
