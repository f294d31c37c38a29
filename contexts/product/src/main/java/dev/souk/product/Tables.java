package dev.souk.product;

import dev.souk.product.db.Attributes;
import dev.souk.product.db.Categories;
import dev.souk.product.db.Media;
import dev.souk.product.db.Prices;
import dev.souk.product.db.Products;
import dev.souk.product.db.Shelf;
import dev.souk.product.db.Skus;
import dev.souk.product.db.Variants;

/// The tables that changes of the catalogue write, and the shelf that must hear of them.
public record Tables(
        Products products,
        Skus skus,
        Variants variants,
        Attributes attributes,
        Media media,
        Prices prices,
        Categories categories,
        Shelf shelf) {

    static Tables with(Shelf shelf) {
        return new Tables(
                new Products(),
                new Skus(),
                new Variants(),
                new Attributes(),
                new Media(),
                new Prices(),
                new Categories(),
                shelf);
    }
}
