package dev.protection.jdbc.proxy;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The text of a physical statement as it grows, and how its parameters are set. */
final class PhysicalText {
    private final StringBuilder sql = new StringBuilder();
    private final List<Setter> setters = new ArrayList<>();

    /** Sets one physical parameter. */
    interface Setter {
        void set(PreparedStatement statement, int index) throws SQLException;
    }

    PhysicalText add(String text) {
        sql.append(text);
        return this;
    }

    PhysicalText parameter(Setter setter) {
        sql.append('?');
        setters.add(setter);
        return this;
    }

    TemplateRenderer.Rendered rendered() {
        return new TemplateRenderer.Rendered(sql.toString(), List.copyOf(setters));
    }
}
