package dev.protection.jdbc.frameworks.sql;

import dev.protection.jdbc.frameworks.sql.MyBatisApplication.Row;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.SelectKey;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.session.RowBounds;
import org.jspecify.annotations.Nullable;

/** MyBatis' statements. */
public interface PersonMapper {
    @Insert(
            "insert into person (name, email, born, amount, points, active, seen, photo, city) values (#{name}, #{email},"
                    + " #{born}, #{amount}, #{points}, #{active}, #{seen}, #{photo}, #{city,jdbcType=VARCHAR})")
    @Options(useGeneratedKeys = true, keyProperty = "id", keyColumn = "id")
    int insert(Row person);

    @Insert({
        "<script>insert into person (name, email) values",
        "<foreach collection='list' item='p' separator=','>(#{p.name}, #{p.email})</foreach></script>"
    })
    int insertAll(List<Row> people);

    @SelectKey(
            statement = "select coalesce(max(id), 0) + 1 from entry",
            keyProperty = "id",
            before = true,
            resultType = Long.class)
    @Insert("insert into entry (id, person_id, body, weight) values (#{id}, #{person}, #{body}, 2)")
    int entry(Map<String, Object> entry);

    @Select("select id, name, email, born, amount, points, active, seen, photo, city from person where id = #{id}")
    @Nullable
    Row byId(long id);

    @Select({
        "<script>select * from person <where>",
        "<if test='email != null'>and email = #{email}</if>",
        "<if test='city != null'>and city = #{city}</if>",
        "</where> order by id</script>"
    })
    List<Row> search(@Param("email") @Nullable String email, @Param("city") @Nullable String city);

    @Select("select * from person where name like concat(#{start}, '%') order by id")
    List<Row> startingWith(String start);

    @Select(
            "select p.id as id, p.name as name, count(e.id) as entries from person p left join entry e on e.person_id = p.id"
                    + " group by p.id, p.name order by p.id")
    List<Map<String, Object>> counted();

    @Select("select * from person order by name")
    List<Row> sorted(RowBounds bounds);

    @Update("<script>update person <set><if test='name != null'>name = #{name},</if>"
            + "<if test='points != null'>points = #{points},</if></set> where id = #{id}</script>")
    int change(Row person);

    @Update("update person set email = null where email = #{email}")
    int forget(String email);

    @Delete("delete from entry where person_id in (select id from person where name = #{name})")
    int deleteEntries(String name);
}
