package dev.protection;

import java.util.Map;
import java.util.TreeMap;

/** The categories that need no declaration: terms of DPV 2.3 and its personal data extension. */
final class StandardCategories {
    static final Map<String, Category> ALL = all();

    private StandardCategories() {}

    private static Map<String, Category> all() {
        Map<String, Category> all = new TreeMap<>();
        String[] ordinary = {
            "name", "Name",
            "email-address", "EmailAddress",
            "phone-number", "TelephoneNumber",
            "postal-address", "PhysicalAddress",
            "birth-date", "BirthDate",
            "age", "Age",
            "gender", "Gender",
            "language", "Language",
            "nationality", "Nationality",
            "location", "Location",
            "ip-address", "IPAddress",
            "device", "DeviceBased",
            "username", "Username",
            "password", "Password",
            "identifier", "Identifier",
            "national-identifier", "OfficialID",
            "photo", "Picture",
            "financial", "Financial",
            "bank-account", "BankAccount",
            "credit-card-number", "CreditCardNumber",
            "transaction", "Transactional",
            "communication", "Communication",
            "behaviour", "Behavioral",
            "preference", "Preference",
            "employment", "EmploymentHistory",
            "job", "Job",
            "education", "Education",
            "social-media", "SocialMedia",
            "family", "Family",
        };
        String[] special = {
            "health", "Health",
            "biometric", "Biometric",
            "genetic", "Genetic",
            "ethnic-origin", "EthnicOrigin",
            "political-opinion", "PoliticalOpinion",
            "religion", "Religion",
            "sexual-orientation", "SexualPreference",
            "trade-union-membership", "TradeUnionMembership",
        };
        put(all, ordinary, false);
        put(all, special, true);
        return Map.copyOf(all);
    }

    private static void put(Map<String, Category> all, String[] pairs, boolean special) {
        for (int i = 0; i < pairs.length; i += 2) {
            all.put(pairs[i], new Category(pairs[i], "https://w3id.org/dpv/pd#" + pairs[i + 1], special));
        }
    }
}
