package dev.souk.customer.http;

import dev.souk.contracts.customer.GetCustomer;
import dev.souk.contracts.customer.GetCustomerAddresses;
import dev.souk.contracts.customer.GetRewardPoints;
import dev.souk.contracts.customer.ListCustomers;
import dev.souk.platform.messaging.QueryHandler;
import java.util.List;
import java.util.Optional;

/// What the routes read; personal values in clear.
public record Reads(
        QueryHandler<GetCustomer, Optional<GetCustomer.Customer>> customer,
        QueryHandler<GetCustomerAddresses, List<GetCustomerAddresses.Entry>> addresses,
        QueryHandler<ListCustomers, ListCustomers.Page> list,
        QueryHandler<GetRewardPoints, GetRewardPoints.Points> points) {}
