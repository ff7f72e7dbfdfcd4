package dev.protection.spring.jpa;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface People extends JpaRepository<Person, Long> {
    List<Person> findByEmail(String email);

    /** A part of the entity. */
    interface Named {
        String getFullName();
    }

    List<Named> findNamedByClientId(String clientId);
}
