package dev.souk.platform.route;

/// Roles of the contracts' ground rules, section 3. A token carries any number of them; a request without a token is a
/// GUEST.
public enum Role {
    GUEST,
    CUSTOMER,
    SELLER,
    MERCHANDISER,
    MARKETING,
    SUPPORT,
    SELLER_MANAGER,
    MODERATOR,
    WAREHOUSE,
    DISPATCHER,
    DRIVER,
    CARRIER,
    FINANCE,
    FRAUD_ANALYST,
    PRIVACY_OFFICER,
    OPERATOR,
    AUDITOR,
    ADMIN,
    SERVICE,
    SYSTEM;

    /// Neither shopper nor guest.
    public boolean staff() {
        return this != GUEST && this != CUSTOMER && this != SELLER && this != DRIVER && this != CARRIER;
    }
}
