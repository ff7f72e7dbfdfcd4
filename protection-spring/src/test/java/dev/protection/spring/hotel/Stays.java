package dev.protection.spring.hotel;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

interface Stays extends JpaRepository<Stay, Long> {
    List<Stay> findByGuestLastName(String lastName);

    List<Stay> findByArrivalAfterAndGuestLevelOrderByArrivalDesc(LocalDate day, Level level);

    @Transactional
    @Modifying
    @Query("update Stay s set s.wishes = :wishes where exists"
            + " (select g.id from Guest g where g.level = :level and g.lastName = :name) and s.room = :room")
    int wish(String name, Level level, String room, String wishes);

    @Transactional
    @Modifying
    @Query("delete from Stay s where s.room = :room")
    int empty(String room);

    @Transactional
    long deleteByGuestId(Long id);
}
