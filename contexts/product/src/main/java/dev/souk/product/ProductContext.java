package dev.souk.product;

import dev.souk.contracts.cart.ItemAddedToCart;
import dev.souk.contracts.inventory.InventoryDepleted;
import dev.souk.contracts.inventory.InventoryReplenished;
import dev.souk.contracts.inventory.LowStockAlert;
import dev.souk.contracts.inventory.StockLevelChanged;
import dev.souk.contracts.product.AddProductVariant;
import dev.souk.contracts.product.AttachProductImage;
import dev.souk.contracts.product.CategoryCreated;
import dev.souk.contracts.product.CategoryDeleted;
import dev.souk.contracts.product.CategoryMoved;
import dev.souk.contracts.product.CategoryUpdated;
import dev.souk.contracts.product.ChangeProductPrice;
import dev.souk.contracts.product.CreateCategory;
import dev.souk.contracts.product.CreateProduct;
import dev.souk.contracts.product.DeleteCategory;
import dev.souk.contracts.product.DeleteProduct;
import dev.souk.contracts.product.DiscontinueProduct;
import dev.souk.contracts.product.GetCategoryTree;
import dev.souk.contracts.product.GetPriceHistory;
import dev.souk.contracts.product.GetProduct;
import dev.souk.contracts.product.GetProducts;
import dev.souk.contracts.product.ImportProducts;
import dev.souk.contracts.product.ListProducts;
import dev.souk.contracts.product.MoveCategory;
import dev.souk.contracts.product.ProductCreated;
import dev.souk.contracts.product.ProductDeleted;
import dev.souk.contracts.product.ProductDiscontinued;
import dev.souk.contracts.product.ProductImageAdded;
import dev.souk.contracts.product.ProductImportCompleted;
import dev.souk.contracts.product.ProductPriceChanged;
import dev.souk.contracts.product.ProductStatusChanged;
import dev.souk.contracts.product.ProductUpdated;
import dev.souk.contracts.product.ProductVariantAdded;
import dev.souk.contracts.product.ProductVariantRemoved;
import dev.souk.contracts.product.ProductVariantUpdated;
import dev.souk.contracts.product.PublishProduct;
import dev.souk.contracts.product.RemoveProductVariant;
import dev.souk.contracts.product.UpdateCategory;
import dev.souk.contracts.product.UpdateProduct;
import dev.souk.contracts.product.UpdateProductVariant;
import dev.souk.platform.messaging.Context;
import dev.souk.platform.messaging.Wiring;
import dev.souk.product.db.Interest;
import dev.souk.product.db.Shelf;
import dev.souk.product.http.CatalogueRoutes;
import dev.souk.product.http.CategoryRoutes;
import dev.souk.product.http.ImportRoutes;
import dev.souk.product.http.ProductRoutes;
import dev.souk.product.http.VariantRoutes;
import dev.souk.product.imports.ImportChunk;
import dev.souk.product.imports.ImportJobs;
import dev.souk.product.imports.ImportProductsHandler;
import dev.souk.product.imports.ImportRun;
import java.time.Duration;
import java.util.List;

/// The catalogue's door plate.
public final class ProductContext implements Context {
    @Override
    public String name() {
        return "product";
    }

    @Override
    public void wire(Wiring on) {
        var settings = on.settings();
        boolean imageRequired = settings.flag("image-required", false);
        var shelf = new Shelf((int) settings.number("cache-size", 20_000));
        var tables = Tables.with(shelf);
        products(on, tables, imageRequired);
        categories(on, tables);
        reads(on, tables);
        imports(on, tables, imageRequired);
        neighbours(on, shelf);
        on.publishes(List.of(
                ProductCreated.class,
                ProductUpdated.class,
                ProductDeleted.class,
                ProductPriceChanged.class,
                ProductDiscontinued.class,
                ProductStatusChanged.class,
                ProductVariantAdded.class,
                ProductVariantUpdated.class,
                ProductVariantRemoved.class,
                ProductImageAdded.class,
                CategoryCreated.class,
                CategoryUpdated.class,
                CategoryMoved.class,
                CategoryDeleted.class,
                ProductImportCompleted.class));
    }

    private static void products(Wiring on, Tables tables, boolean imageRequired) {
        on.handle(CreateProduct.class, new CreateProductHandler(tables, imageRequired)::handle)
                .handle(UpdateProduct.class, new UpdateProductHandler(tables, imageRequired)::handle)
                .handle(PublishProduct.class, new PublishProductHandler(tables, imageRequired)::handle)
                .handle(ChangeProductPrice.class, new ChangeProductPriceHandler(tables)::handle)
                .handle(DiscontinueProduct.class, new DiscontinueProductHandler(tables)::handle)
                .handle(DeleteProduct.class, new DeleteProductHandler(tables)::handle)
                .handle(AddProductVariant.class, new AddProductVariantHandler(tables)::handle)
                .handle(UpdateProductVariant.class, new UpdateProductVariantHandler(tables)::handle)
                .handle(RemoveProductVariant.class, new RemoveProductVariantHandler(tables)::handle)
                .handle(AttachProductImage.class, new AttachProductImageHandler(tables)::handle)
                .sweep("scheduled-prices", Duration.ofSeconds(1), new ScheduledPrices(tables)::run)
                .serve(new ProductRoutes(tables.products(), tables.shelf()).routes())
                .serve(new VariantRoutes(tables.products()).routes());
    }

    private static void categories(Wiring on, Tables tables) {
        on.handle(CreateCategory.class, new CreateCategoryHandler(tables)::handle)
                .handle(UpdateCategory.class, new UpdateCategoryHandler(tables)::handle)
                .handle(MoveCategory.class, new MoveCategoryHandler(tables)::handle)
                .handle(DeleteCategory.class, new DeleteCategoryHandler(tables)::handle);
    }

    private static void reads(Wiring on, Tables tables) {
        var one = new GetProductQuery(tables.shelf());
        var lists = new ListProductsQuery(tables);
        var trees = new GetCategoryTreeQuery(tables);
        var prices = new GetPriceHistoryQuery(tables);
        on.answer(GetProduct.class, one::answer)
                .answer(GetProducts.class, one::answer)
                .answer(ListProducts.class, lists::answer)
                .answer(GetCategoryTree.class, trees::answer)
                .answer(GetPriceHistory.class, prices::answer)
                .serve(new CatalogueRoutes(tables.shelf(), lists, trees, prices, new Interest()).routes())
                .serve(new CategoryRoutes(trees).routes());
    }

    private static void imports(Wiring on, Tables tables, boolean imageRequired) {
        var jobs = new ImportJobs();
        int chunk = (int) on.settings().number("import-chunk", 200);
        var run = new ImportRun(jobs, new ImportChunk(tables, jobs, imageRequired), chunk);
        on.handle(ImportProducts.class, new ImportProductsHandler(jobs)::handle)
                .sweep("imports", Duration.ofSeconds(1), run::run)
                .serve(new ImportRoutes(jobs).routes());
    }

    private static void neighbours(Wiring on, Shelf shelf) {
        var availability = new WhenStockMovesShowAvailability(shelf);
        var interest = new Interest();
        var counting = new WhenItemAddedToCartCountInterest(interest);
        on.react(StockLevelChanged.class, availability::react)
                .react(InventoryDepleted.class, availability::react)
                .react(InventoryReplenished.class, availability::react)
                .react(LowStockAlert.class, availability::react)
                .batch(List.copyOf(WhenStockMovesShowAvailability.EVENTS), availability::react)
                .readModel(availability.readModel())
                .react(ItemAddedToCart.class, counting::react)
                .reactBatch(ItemAddedToCart.class, counting::react)
                .unhurried(List.of(StockLevelChanged.class, ItemAddedToCart.class))
                .sweep("interest-purge", Duration.ofMinutes(10), interest::forget);
    }
}
