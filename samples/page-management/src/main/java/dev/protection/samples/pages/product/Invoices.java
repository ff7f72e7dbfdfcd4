package dev.protection.samples.pages.product;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** Their invoices. */
interface Invoices extends JpaRepository<Invoice, Long> {
    List<Invoice> findByContactId(long contactId);
}
