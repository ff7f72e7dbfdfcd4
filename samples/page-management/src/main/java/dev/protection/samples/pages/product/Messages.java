package dev.protection.samples.pages.product;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** Their messages. */
interface Messages extends JpaRepository<Message, Long> {
    List<Message> findByContactId(long contactId);
}
