package dev.souk.customer.http;

import dev.souk.contracts.Address;
import dev.souk.contracts.customer.GetCustomer.Customer;
import dev.souk.contracts.customer.GetCustomerAddresses;
import dev.souk.contracts.customer.ListCustomers;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Personal values as staff sees them: enough to recognise somebody who is on the telephone, not enough to reach them.
final class Masked {
    private Masked() {}

    static Customer customer(Customer c) {
        return new Customer(
                c.customerId(), email(c.email()), name(c.name()), c.status(), c.registeredAt(), phone(c.phone()),
                c.emailVerified(), c.pendingEmail() == null ? null : email(c.pendingEmail()), c.locale(), c.level(),
                c.points(), c.preferences(), c.consents(), c.addresses().stream().map(Masked::address).toList(),
                c.version());
    }

    static GetCustomerAddresses.Entry address(GetCustomerAddresses.Entry e) {
        var a = e.address();
        return new GetCustomerAddresses.Entry(
                e.addressId(),
                new Address(
                        initials(a.recipientName()), "***", null, a.city(), a.region(), "***", a.countryCode(),
                        phone(a.phone())),
                e.kinds(), e.defaultFor(), e.version());
    }

    static ListCustomers.Page page(ListCustomers.Page page) {
        return new ListCustomers.Page(
                page.customers().stream()
                        .map(r -> new ListCustomers.Row(
                                r.customerId(), r.kind(), r.email() == null ? null : email(r.email()), name(r.name()),
                                r.status(), r.level(), r.registeredAt()))
                        .toList(),
                page.nextCursor());
    }

    private static @Nullable String name(@Nullable String name) {
        return name == null ? null : initials(name);
    }

    private static String initials(String name) {
        return Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)) + ".")
                .collect(Collectors.joining(" "));
    }

    /// The first letter on both sides, and the end of the domain: `m***@e***.com`.
    private static String email(String email) {
        int at = email.lastIndexOf('@');
        int dot = email.lastIndexOf('.');
        return at < 1 || dot < at + 2 ? "***" : email.charAt(0) + "***@" + email.charAt(at + 1) + "***" + email.substring(dot);
    }

    private static @Nullable String phone(@Nullable String phone) {
        return phone == null || phone.length() < 4 ? null : "***" + phone.substring(phone.length() - 2);
    }
}
