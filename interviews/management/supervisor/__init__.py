"""What `manage.py up` is made of: what it prepares, the processes it starts, how it watches and ends them."""
