package dev.protection.spring.hotel;

import jakarta.persistence.Embeddable;

@Embeddable
class Address {
    String street;

    String town;

    protected Address() {}

    Address(String street, String town) {
        this.street = street;
        this.town = town;
    }
}
