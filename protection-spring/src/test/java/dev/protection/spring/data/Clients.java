package dev.protection.spring.data;

import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.PagingAndSortingRepository;

interface Clients extends ListCrudRepository<Person, Long>, PagingAndSortingRepository<Person, Long> {
    List<Person> findByEmail(String email);

    Page<Person> findByCity(String city, Pageable page);

    boolean existsByEmail(String email);

    @Query("SELECT full_name FROM person WHERE email IN (:emails) ORDER BY id")
    List<String> names(List<String> emails);
}
