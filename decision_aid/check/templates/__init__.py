"""What the report templates surely print, read from their source."""
