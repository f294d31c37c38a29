package dev.souk.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {
    private static final String ROOT = "dev.souk";
    private static final String BROKEN = "dev.souk.tests.architecture.broken";
    private static final JavaClasses PRODUCT =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);
    private static final JavaClasses EXAMPLE = new ClassFileImporter().importPackages(BROKEN);

    @ParameterizedTest
    @ValueSource(strings = {"product", "inventory", "pricing", "promotion", "cart", "checkout", "payment", "order", "customer", "identity", "notification"})
    void a_context_knows_only_the_platform_the_contracts_and_itself(String context) {
        Rules.keepsToItself(ROOT, context).check(PRODUCT);
    }

    @Test
    void a_context_that_knows_another_or_a_database_or_a_framework_is_noticed() {
        assertNoticed(Rules.keepsToItself(BROKEN, "bazaar"), "AsksNeighbour", "OpensDatabase", "UsesSpring");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pages", "storefront", "backoffice", "console"})
    void a_face_knows_only_the_public_api(String face) {
        Rules.isAClient(ROOT, face).check(PRODUCT);
    }

    @Test
    void a_face_that_asks_a_context_is_noticed() {
        assertNoticed(Rules.isAClient(BROKEN, "bazaar"), "AsksNeighbour", "OpensDatabase");
    }

    @Test
    void domains_decide_from_what_they_are_given() {
        Rules.pureDomain(ROOT).check(PRODUCT);
    }

    @Test
    void a_domain_that_asks_the_database_or_throws_dice_is_noticed() {
        assertNoticed(Rules.pureDomain(BROKEN), "Haggle", "Whim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"product", "inventory", "pricing", "promotion", "cart", "checkout", "payment", "order", "customer", "identity", "notification"})
    void contexts_are_told_the_time(String context) {
        Rules.noOwnTime(ROOT + "." + context).check(PRODUCT);
    }

    @Test
    void a_context_with_a_time_of_its_own_is_noticed() {
        assertNoticed(Rules.noOwnTime(BROKEN), "ReadsClock");
    }

    @Test
    void only_the_program_and_the_web_edge_know_spring() {
        Rules.springOnlyAtTheEdge(ROOT).check(PRODUCT);
    }

    @Test
    void spring_anywhere_else_is_noticed() {
        assertNoticed(Rules.springOnlyAtTheEdge(BROKEN), "UsesSpring");
    }

    @Test
    void types_are_named_after_what_they_are() {
        Rules.tellingNames(ROOT).check(PRODUCT);
    }

    @Test
    void a_name_that_says_nothing_is_noticed() {
        assertNoticed(Rules.tellingNames(BROKEN), "StallManager");
    }

    @Test
    void packages_are_named_after_what_they_hold() {
        Rules.tellingPackages(ROOT).check(PRODUCT);
    }

    @Test
    void a_package_that_holds_anything_is_noticed() {
        assertNoticed(Rules.tellingPackages(BROKEN), "Odds");
    }

    @Test
    void every_package_is_null_marked() {
        Rules.nullMarked(ROOT).check(PRODUCT);
    }

    @Test
    void a_package_that_is_not_null_marked_is_noticed() {
        assertNoticed(Rules.nullMarked(BROKEN), "Odds");
    }

    private static void assertNoticed(ArchRule rule, String... offenders) {
        var report = rule.evaluate(EXAMPLE).getFailureReport().toString();
        assertThat(report).contains(offenders);
    }
}
