package dev.souk.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/// The rules, each of which can be held against the product or against an example that breaks it.
final class Rules {
    /// What a context may use beside Java, the platform's API, the contracts and a logger.
    private static final Map<String, List<String>> LIBRARIES = Map.of(
            "product", List.of("org.apache.commons.csv..", "tools.jackson.core.."),
            "identity", List.of(
                    "com.nimbusds..", "net.minidev..", "org.bouncycastle..", "com.eatthepath.otp..", "com.nulabinc..",
                    "io.nayuki..", "org.apache.commons.codec.."),
            "pricing", List.of("tools.jackson.."),
            "checkout", List.of("tools.jackson.."),
            "customer", List.of("tools.jackson.."),
            "notification", List.of("tools.jackson..", "com.samskivert.mustache..", "org.commonmark..", "jakarta.mail..",
                    "org.eclipse.angus.mail..", "org.apache.hc.."),
            "payment", List.of("com.stripe..", "com.google.gson..", "tools.jackson..", "dev.souk.standin.payment.."));
    private static final String[] DATABASES = {"java.sql..", "javax.sql..", "com.zaxxer..", "org.postgresql.."};
    private static final Set<String> EMPTY_WORDS = Set.of(
            "Manager", "Helper", "Util", "Utils", "Impl", "Base", "Abstract", "Common", "Processor", "Data", "Info",
            "Service");
    private static final String[] EMPTY_PACKAGES = {"..common..", "..core..", "..util..", "..utils..", "..shared..",
            "..impl.."};

    private Rules() {}

    /// A context knows the platform's API, the contracts, itself and its declared libraries.
    static ArchRule keepsToItself(String root, String context) {
        var home = root + "." + context + "..";
        var allowed = new ArrayList<>(List.of(
                "java..", "javax.crypto..", "org.jspecify..", "org.slf4j..", "dev.souk.platform.messaging..",
                        "dev.souk.platform.route..", "dev.souk.platform.work..",
                "dev.souk.contracts..", home));
        allowed.addAll(LIBRARIES.getOrDefault(context, List.of()));
        return classes()
                .that(resideInAnyPackage(home))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new))
                        .and(DescribedPredicate.not(resideInAnyPackage(DATABASES))));
    }

    /// A face knows the design system, its templates, and of the platform only what a face is.
    static ArchRule isAClient(String root, String face) {
        return classes()
                .that(resideInAnyPackage(root + "." + face + ".."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..", "org.jspecify..", "org.slf4j..", "tools.jackson..", "gg.jte..",
                                "com.github.benmanes.caffeine..", "dev.souk.platform.face..", "dev.souk.pages..", root + "." + face + "..")
                        .and(DescribedPredicate.not(resideInAnyPackage(DATABASES))));
    }

    /// A domain decides from what it is given.
    static ArchRule pureDomain(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".*.domain..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.slf4j..", "tools.jackson..", "java.util.random..",
                        "java.io..", "java.net.http..")
                        .or(named(
                                "dev.souk.platform.messaging.Tx", "dev.souk.platform.messaging.Sql",
                                "dev.souk.platform.messaging.Row", "dev.souk.platform.messaging.Transactions",
                                "dev.souk.platform.messaging.Bus", "java.time.Clock", "java.util.Random",
                                "java.util.SplittableRandom", "java.security.SecureRandom",
                                "java.util.concurrent.ThreadLocalRandom")))
                .orShould()
                .accessTargetWhere(target("draws ids", "java.util.UUID"::equals, "randomUUID"::equals));
    }

    /// Time comes from the transaction or the injected clock.
    static ArchRule noOwnTime(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .accessTargetWhere(target("reads the wall clock", owner -> owner.startsWith("java.time."),
                        "now"::equals))
                .orShould()
                .accessTargetWhere(target("makes a clock", "java.time.Clock"::equals,
                        name -> name.startsWith("system") || name.startsWith("tick")))
                .orShould()
                .accessTargetWhere(target("reads the wall clock", "java.lang.System"::equals,
                        "currentTimeMillis"::equals))
                .orShould()
                .accessTargetWhere(target("reads the wall clock", "java.util.Date"::equals, "<init>"::equals));
    }

    /// The framework has two homes.
    static ArchRule springOnlyAtTheEdge(String root) {
        return noClasses()
                .that(resideInAnyPackage(root + "..")
                        .and(DescribedPredicate.not(resideInAnyPackage("dev.souk.app..", "dev.souk.platform.web.."))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.springframework.."));
    }

    static ArchRule tellingNames(String root) {
        return classes().that().resideInAPackage(root + "..").should(new ArchCondition<>("be named after what they are") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var words = type.getSimpleName().split("(?=[A-Z])", -1);
                var telling = !EMPTY_WORDS.contains(words[words.length - 1])
                        && !words[0].equals("Abstract") && !words[0].equals("Base");
                events.add(new SimpleConditionEvent(type, telling, type.getName() + " is named after nothing"));
            }
        });
    }

    static ArchRule tellingPackages(String root) {
        return noClasses().that().resideInAPackage(root + "..").should().resideInAnyPackage(EMPTY_PACKAGES);
    }

    static ArchRule nullMarked(String root) {
        return classes().that().resideInAPackage(root + "..").should(new ArchCondition<>("lie in a null-marked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked,
                        type.getName() + " is in a package without @NullMarked"));
            }
        });
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        return DescribedPredicate.describe("are named " + List.of(names),
                type -> Set.of(names).contains(type.getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> target(String what, Predicate<String> owner,
            Predicate<String> member) {
        return DescribedPredicate.describe(what, access -> {
            AccessTarget target = access.getTarget();
            return owner.test(target.getOwner().getName()) && member.test(target.getName());
        });
    }
}
