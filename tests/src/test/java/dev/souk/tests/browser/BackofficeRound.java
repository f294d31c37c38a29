package dev.souk.tests.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/// One walk through goods, stock and prices of the back office.
record BackofficeRound(Shopper clerk, Path folder, String productId, String sku) {
    void walk() {
        look("", "start");
        look("/products", "products");
        look("/products/new", "product-new");
        look("/products/" + productId, "product");
        look("/products/imports", "import");
        look("/categories", "categories");
        look("/stock", "stock");
        look("/stock/" + sku, "stock-one");
        look("/deliveries", "deliveries");
        look("/stock-takes", "stock-take");
        look("/locations", "locations");
        look("/promotions", "promotions");
        look("/promotions/new", "promotion-new");
        look("/promotions/preview", "promotion-preview");
        look("/prices", "prices");
        look("/taxes", "taxes");
        look("/tariffs", "tariffs");
        look("/nowhere", "not-found");
    }

    private void look(String path, String name) {
        clerk.opens("/backoffice" + path);
        clerk.page().waitForTimeout(200);
        clerk.page().screenshot(
                new Page.ScreenshotOptions().setPath(folder.resolve("backoffice-" + name + ".png")).setFullPage(true));
    }
}
