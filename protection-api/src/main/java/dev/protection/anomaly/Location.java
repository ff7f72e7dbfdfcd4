package dev.protection.anomaly;

/**
 * About where something is: rounded to a tenth of a degree, some ten kilometres.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record Location(double latitude, double longitude) {
    private static final double EARTH_RADIUS_KM = 6_371.0;

    /**
     * Rounds the coordinates.
     *
     * @param latitude degrees north
     * @param longitude degrees east
     * @throws IllegalArgumentException when they are out of range
     */
    public Location {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("latitudes go to 90 degrees, longitudes to 180");
        }
        latitude = Math.rint(latitude * 10) / 10;
        longitude = Math.rint(longitude * 10) / 10;
    }

    /**
     * Returns the distance over the ground (haversine on a sphere; within half a percent of the ellipsoid).
     *
     * @param other another location
     * @return kilometres
     */
    public double kilometresTo(Location other) {
        double north = Math.toRadians(other.latitude - latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double chord = square(Math.sin(north / 2))
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * square(Math.sin(east / 2));
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, chord)));
    }

    private static double square(double number) {
        return number * number;
    }

    @Override
    public String toString() {
        return "a location";
    }
}
