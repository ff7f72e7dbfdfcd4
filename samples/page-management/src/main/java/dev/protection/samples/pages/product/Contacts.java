package dev.protection.samples.pages.product;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

/** The people, as any repository has them. */
interface Contacts extends JpaRepository<Contact, Long> {
    Page<Contact> findByEmail(String email, Pageable page);

    Page<Contact> findByLastNameStartingWith(String start, Pageable page);

    Page<Contact> findByClientId(String client, Pageable page);
}
