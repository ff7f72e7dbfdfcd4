package dev.protection.spring.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "person")
class Person {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "client_id", updatable = false)
    String clientId;

    @Column(name = "full_name")
    String fullName;

    String email;

    String city;

    protected Person() {}

    Person(String clientId, String fullName, String email, String city) {
        this.clientId = clientId;
        this.fullName = fullName;
        this.email = email;
        this.city = city;
    }
}
