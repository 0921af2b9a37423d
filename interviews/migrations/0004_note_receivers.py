from django.db import migrations


def note_receivers(apps, schema_editor):
    from interviews.models.deliveries import receiver_of

    Delivery = apps.get_model('interviews', 'Delivery')
    for url in Delivery.objects.order_by('url').values_list('url', flat=True).distinct():
        Delivery.objects.filter(url=url).update(receiver=receiver_of(url))


class Migration(migrations.Migration):

    dependencies = [
        ('interviews', '0003_jobs_that_survive'),
    ]

    operations = [
        migrations.RunPython(note_receivers, migrations.RunPython.noop, elidable=True),
    ]
